"""What companies and banks offer to entrepreneurs."""
