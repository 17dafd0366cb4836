"""Indicators counted from records, and the people behind each figure."""
