"""The woman's own pages."""
