"""Settings of Jospar; what an installation chooses comes from the environment.

JOSPAR_DATA: directory for the database, files and rulesets; default ``var``.
JOSPAR_DATABASE_URL: default an SQLite file in that directory.
JOSPAR_SECRET_KEY: default a key made once and kept in that directory.
JOSPAR_HOSTS: names that pages are served under, separated by commas.
JOSPAR_URL: where people reach the pages, for the links in mails; default no links.
JOSPAR_MAIL: smtp://user:password@host:port; default a mailbox on disk.
JOSPAR_MAIL_FROM: the address that mails come from; default jospar@localhost.
JOSPAR_HTTPS: 1 where a proxy in front speaks HTTPS and says so; default 0.
JOSPAR_IDLE_HOURS: after how many idle hours a person is signed out; default 12.
JOSPAR_FILE_LIMIT: how large a file that comes with an act may be, in MiB; default 25.
JOSPAR_CHECKPOINT_KEY: the file of the key that signs checkpoints; default none.
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

from .mail import mail_server

DATA = Path(os.environ.get("JOSPAR_DATA") or "var").absolute()
RULESETS = DATA / "rulesets"
FILES = DATA / "files"
CHECKPOINTS = DATA / "checkpoints.jsonl"
CHECKPOINT_KEY = os.environ.get("JOSPAR_CHECKPOINT_KEY", "")
FILE_LIMIT = int(os.environ.get("JOSPAR_FILE_LIMIT") or 25) * 2**20  # in bytes


def _secret_key() -> str:
    if key := os.environ.get("JOSPAR_SECRET_KEY"):
        return key
    kept = DATA / "secret-key"
    if not kept.exists():
        DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


def _database() -> dict[str, Any]:
    url = os.environ.get("JOSPAR_DATABASE_URL") or f"sqlite:///{DATA}/jospar.sqlite3"
    database: dict[str, Any] = dict(dj_database_url.parse(url))
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = SQLITE
    elif database["ENGINE"] == "django.db.backends.postgresql":
        database.setdefault("OPTIONS", {}).update(POSTGRESQL)
    else:
        raise ValueError(
            "JOSPAR_DATABASE_URL is postgresql://… or sqlite:///…, and nothing else."
        )
    return database


SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}

# What every act asks is planned once; a pooler in front has to keep sessions whole.
POSTGRESQL = {"server_side_binding": True, "prepare_threshold": 5}

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
    "django_htmx",
    "jospar.records",
    "jospar.accounts",
    "jospar.notices",
    "jospar.web",
]

MIDDLEWARE = [
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
    "jospar.web.characters.refuse_nul",
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
    "default": _database(),
    # Where the journal is folded again to see a past day, or to prove the records.
    "past": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "TEST": {"NAME": ":memory:"},
    },
}
DATABASE_ROUTERS = ["jospar.records.past.PastRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Sign-in. Passkeys and the state's identity will be further stages of allauth's.
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
# Failures are counted by name. A limit by address would lock out a whole ministry
# behind its proxy.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key", "login": None}
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
SESSION_COOKIE_NAME = "jospar_session"
SESSION_COOKIE_AGE = int(os.environ.get("JOSPAR_IDLE_HOURS", "12")) * 60 * 60
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "jospar_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "jospar.web.views.refused.forged"

PUBLIC_URL = os.environ.get("JOSPAR_URL", "").rstrip("/")
MAILBOX = DATA / "mail"
_MAIL = mail_server(os.environ.get("JOSPAR_MAIL", ""))
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

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR"}},
}
