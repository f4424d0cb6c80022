"""Settings of the web application: everything that differs between installations comes from the environment."""

import os
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from thidua.base import environment

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("THIDUA_VAR") or ROOT / "var")
STATIC_ROOT = VAR / "static"

try:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    SECRET_KEY = environment.secret_key(VAR)
except OSError as error:
    raise ImproperlyConfigured(f"{VAR} cannot be written ({error}). Set THIDUA_VAR to a folder that can.") from error

DEBUG = environment.flag("THIDUA_DEBUG")
ALLOWED_HOSTS = os.environ.get("THIDUA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
_address = os.environ.get("THIDUA_DATABASE_URL") or f"sqlite:///{quote(str(VAR))}/thidua.sqlite3"
DATABASES = {"default": environment.database(_address, tests=VAR)}
FILES = Path(os.environ.get("THIDUA_FILES") or VAR / "files")
FILE_MAX_BYTES = 50 * 1024 * 1024

INSTALLED_APPS = [
    "thidua.demo",
    "thidua.desk",
    "thidua.additions",
    "thidua.lineage",
    "thidua.obligations",
    "thidua.movements",
    "thidua.people",
    "thidua.terms",
    "thidua.base",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "csp",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "thidua.base.freshness.ask_again",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "thidua.people.language.speak",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
_CONTEXT = [
    "django.template.context_processors.request",
    "django.template.context_processors.i18n",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "thidua.people.http.acting",
    "thidua.desk.menu.rooms",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT},
    }
]
ROOT_URLCONF = "thidua.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# In the database, so that failed sign-ins are counted over all worker processes.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "base_cache"}}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES}},
    "staticfiles": {"BACKEND": "thidua.base.static_names.StaticNames"},
}
_HANDLERS = ("MemoryFileUploadHandler", "TemporaryFileUploadHandler")
FILE_UPLOAD_HANDLERS = [
    "thidua.base.uploads.RefuseTooLarge",
    *(f"django.core.files.uploadhandler.{name}" for name in _HANDLERS),
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a plan of 20 pages is confirmed as one form

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_STRONG = {
    "MinimumLengthValidator": {"min_length": 14},
    "UserAttributeSimilarityValidator": {},
    "CommonPasswordValidator": {},
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options} for name, options in _STRONG.items()
]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "account_login", "/", "/"
ACCOUNT_ADAPTER = "thidua.people.sign_in.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator enters the address; nobody signs up
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/15m/key"}

_mail = urlsplit(os.environ.get("THIDUA_MAIL_URL", ""))  # smtp://user:password@host:587; without it, mail is printed
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail.hostname else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS = _mail.hostname or "", _mail.port or 587, _mail.port != 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
DEFAULT_FROM_EMAIL = os.environ.get("THIDUA_MAIL_FROM", "thidua@localhost")

_https = environment.flag("THIDUA_HTTPS")  # behind a proxy that speaks TLS and sets X-Forwarded-Proto
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(_https)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # the browsers' preload list is the domain owner's choice, not ours
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 3600
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {"default-src": [SELF], "img-src": [SELF, "data:"], "object-src": [NONE], "base-uri": [NONE],
                   "form-action": [SELF], "frame-ancestors": [NONE]},
}  # fmt: skip

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
}
