"""What goes out to a woman on paper: her CV, her card, her whole record."""
