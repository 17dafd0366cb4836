"""One woman on her way to one opening or offer, and the placement it leads to."""
