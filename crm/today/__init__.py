"""What is due for me."""
