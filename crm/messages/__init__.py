"""The outbox: what is sent to women and partners, and the rules it is sent by."""
