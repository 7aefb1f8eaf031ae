"""Serves the provider on a free port of this machine, and prints the port."""

import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

CLIENT, SECRET = "jospar", "known to both"
ANSWER = "http://testserver/sign-in/provider/"


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        """Write nothing."""


def main() -> None:
    """Make the tables, let Jospar in as a client, and serve."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.identity_provider.settings"
    from django.core.management import call_command  # noqa: PLC0415 - after settings
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - the same

    application = get_wsgi_application()
    from oauth2_provider.models import (  # type: ignore[import-untyped] # noqa: PLC0415 - after set-up, no types
        Application,
    )

    call_command("migrate", run_syncdb=True, verbosity=0)
    Application.objects.create(
        client_id=CLIENT,
        client_secret=SECRET,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=ANSWER,
        skip_authorization=True,
        algorithm=Application.RS256_ALGORITHM,
    )
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
