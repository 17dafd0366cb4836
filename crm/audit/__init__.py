"""Who changed what, who looked at whom."""
