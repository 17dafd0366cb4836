"""The application object for WSGI servers and for the `flask` command line. Nothing else lives here."""

from crm import create_app

app = create_app()
