"""Settings of Jospar; what an installation chooses comes from the environment.

JOSPAR_DATA: directory for the database, files and rulesets; default ``var``.
JOSPAR_DATABASE_URL: default an SQLite file in that directory.
JOSPAR_FILES: a directory, or s3://bucket/prefix?endpoint=…; default ``files`` there.
JOSPAR_SECRET_KEY: default a key made once and kept in that directory.
JOSPAR_HOSTS: names that pages are served under, separated by commas.
JOSPAR_URL: where people reach the pages, for the links in mails; default no links.
JOSPAR_MAIL: smtp://user:password@host:port; default a mailbox on disk.
JOSPAR_MAIL_FROM: the address that mails come from; default jospar@localhost.
JOSPAR_HTTPS: 1 where a proxy in front speaks HTTPS and says so; default 0.
JOSPAR_PROXIES: how many proxies in front say in X-Forwarded-For whom they speak for,
  each after the one before; default 0, and nobody is believed.
JOSPAR_OIDC_ISSUER, JOSPAR_OIDC_CLIENT, JOSPAR_OIDC_SECRET, JOSPAR_OIDC_NAME,
  JOSPAR_OIDC_CLAIM: the state identity provider; default none.
JOSPAR_IDLE_HOURS: after how many idle hours a person is signed out; default 12.
JOSPAR_SESSION_HOURS: after how many hours at the latest; default 24.
JOSPAR_SECOND_FACTOR: offices that need a second factor; none (default), all, or some.
JOSPAR_FILE_LIMIT: how large a file that comes with an act may be, in MiB; default 25.
JOSPAR_CHECKPOINT_KEY: the file of the key that signs checkpoints; default none.
JOSPAR_METRICS_TOKEN: with what the figures may be asked for; default nobody may.
JOSPAR_LOGS: text, json or none; default text, and of commands what went wrong alone.
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from jospar.records.addresses import database_at

from .given import files_place, secret
from .identity import identity_providers
from .mail import mail_server
from .second_factor import offices_with_second_factor

DATA = Path(os.environ.get("JOSPAR_DATA") or "var").absolute()
RULESETS = DATA / "rulesets"
FILES = files_place(os.environ.get("JOSPAR_FILES", ""), DATA)
CHECKPOINTS = DATA / "checkpoints.jsonl"
CHECKPOINT_KEY = os.environ.get("JOSPAR_CHECKPOINT_KEY", "")
FILE_LIMIT = int(os.environ.get("JOSPAR_FILE_LIMIT") or 25) * 2**20  # in bytes


def _secret_key() -> str:
    if key := secret("JOSPAR_SECRET_KEY"):
        return key
    kept = DATA / "secret-key"
    if not kept.exists():
        DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("JOSPAR_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",  # it and auth are what allauth stands on
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "jospar.records",
    "jospar.accounts",
    "jospar.notices",
    "jospar.web",
]

MIDDLEWARE = [
    "jospar.web.watching.requests.watch",
    "django.middleware.gzip.GZipMiddleware",  # a plan of a hundred rows is heavy else
    "django.middleware.security.SecurityMiddleware",
    "jospar.web.headers.content_security_policy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jospar.web.sizes.refuse_floods",
    "jospar.web.characters.refuse_nul",
    "jospar.web.kept_files.TellOfFiles",
]
# A page on which two hundred concepts are concluded has more fields than a thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
ROOT_URLCONF = "jospar.config.urls"
WSGI_APPLICATION = "jospar.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent.parent / "web" / "templates"],
        "OPTIONS": {"environment": "jospar.web.environment.environment"},
    }
]

# Files are served from the package; their addresses change with what they hold.
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60

DATABASES = {
    "default": database_at(
        secret("JOSPAR_DATABASE_URL") or f"sqlite:///{DATA}/jospar.sqlite3"
    ),
    # Where the journal is folded again to see a past day, or to prove the records.
    "past": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "TEST": {"NAME": ":memory:"},
    },
}
DATABASE_ROUTERS = ["jospar.records.past.PastRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Sign-in.
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {
        "NAME": "django.contrib.auth.password_validation."
        "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("code", "name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "jospar.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "code"
ACCOUNT_EMAIL_VERIFICATION = "none"  # there may be no mail in a closed network
# Failures are counted by name. A ministry, or all of them, may come from one address,
# so what is counted by address is what no morning of theirs brings about.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/5m/key",
    "sign_in_failed": "300/5m/ip",
    "provider_asked": "300/5m/ip",
    "link_guessed": "100/5m/ip",
    "login": None,
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("JOSPAR_PROXIES") or 0)
SOCIALACCOUNT_ADAPTER = "jospar.accounts.identity.SocialAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "jospar.accounts.identity.StateProvider",
        "APPS": identity_providers(os.environ, secret("JOSPAR_OIDC_SECRET")),
    }
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60  # seconds that a shown password stands for
MFA_ADAPTER = "jospar.accounts.second_factor.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are known by the administrator here
MFA_TOTP_TOLERANCE = 1  # steps of half a minute: the clocks of phones differ
SECOND_FACTOR = offices_with_second_factor(os.environ.get("JOSPAR_SECOND_FACTOR", ""))
# Failures are counted in the database, where all workers on all machines look.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

HTTPS = os.environ.get("JOSPAR_HTTPS", "0") == "1"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
# A browser takes such a cookie from this very host alone, and by HTTPS.
_HOST = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_HOST}jospar_session"
SESSION_COOKIE_AGE = int(os.environ.get("JOSPAR_IDLE_HOURS", "12")) * 60 * 60
SESSION_LASTS = timedelta(hours=int(os.environ.get("JOSPAR_SESSION_HOURS") or 24))
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = f"{_HOST}jospar_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "jospar.web.views.refused.forged"

PUBLIC_URL = os.environ.get("JOSPAR_URL", "").rstrip("/")
MAILBOX = DATA / "mail"
_MAIL = mail_server(secret("JOSPAR_MAIL"))
EMAIL_BACKEND = _MAIL.backend
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.tls, _MAIL.ssl
EMAIL_TIMEOUT = 30  # seconds, for each step of talking to the server
DEFAULT_FROM_EMAIL = os.environ.get("JOSPAR_MAIL_FROM") or "jospar@localhost"

LANGUAGE_CODE = "kk"
LANGUAGE_COOKIE_NAME = "jospar_language"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

METRICS_TOKEN = secret("JOSPAR_METRICS_TOKEN")
LOGGING_CONFIG = "jospar.config.logs.configure"
LOGGING = {"form": os.environ.get("JOSPAR_LOGS", "")}
