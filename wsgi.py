"""The application object for WSGI servers and for the `flask` command line. Nothing else lives here."""

from crm.refused import app_or_reason

app = app_or_reason()
