"""The partner's own pages."""
