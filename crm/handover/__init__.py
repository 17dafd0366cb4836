"""A colleague hands over what is open: all at once, and undone within a day."""
