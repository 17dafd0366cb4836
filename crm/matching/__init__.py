"""Who fits what, and why: the score and its reasons, in both directions."""
