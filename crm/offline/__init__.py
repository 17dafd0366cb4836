"""The phone without signal: pages kept on it, what was typed waiting to be sent, the way onto its home screen."""
