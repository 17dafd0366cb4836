"""The women: register, consents, skills, constraints, wishes."""
