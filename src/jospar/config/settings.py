"""Settings of Jospar; what an installation chooses comes from the environment.

JOSPAR_DATA: directory for the database, files and rulesets; default ``var``.
JOSPAR_DATABASE_URL: default an SQLite file in that directory.
JOSPAR_SECRET_KEY: default a key made once and kept in that directory.
JOSPAR_HOSTS: names that pages are served under, separated by commas.
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

DATA = Path(os.environ.get("JOSPAR_DATA") or "var").absolute()
RULESETS = DATA / "rulesets"


def _secret_key() -> str:
    if key := os.environ.get("JOSPAR_SECRET_KEY"):
        return key
    kept = DATA / "secret-key"
    if not kept.exists():
        DATA.mkdir(parents=True, exist_ok=True)
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
    "django.contrib.staticfiles",
    "jospar.records",
    "jospar.accounts",
    "jospar.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "jospar.web.headers.content_security_policy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
]
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
