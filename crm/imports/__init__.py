"""Spreadsheets in: preview, then rows."""
