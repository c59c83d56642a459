"""One catalogue of messages a language (Project Fluent)."""

import errno
import os
from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.services.requests import Language

Argument = str | int | float
# What systems and libraries say went wrong, as the ``reason`` in a message, and the message that says the same.
_ERRNO = {
    "reason-missing": (errno.ENOENT,),
    "reason-denied": (errno.EACCES, errno.EPERM),
    "reason-full": (errno.ENOSPC, errno.EDQUOT),
    "reason-large": (errno.EFBIG,),
    "reason-read-only": (errno.EROFS,),
    "reason-folder": (errno.EISDIR,),
    "reason-no-folder": (errno.ENOTDIR, errno.EEXIST),
    "reason-disk": (errno.EIO,),
    "reason-name": (errno.ENAMETOOLONG,),
    "reason-refused": (errno.ECONNREFUSED,),
}
_SAID = {
    "reason-full": "database or disk is full",
    "reason-read-only": "attempt to write a readonly database",
    "reason-disk": "disk I/O error",
    "reason-damaged": "file is not a database,database disk image is malformed",
    "reason-open": "unable to open database file",
    "reason-special": "no regular file",
    "reason-address": "ClientConnectorDNSError,gaierror",
    "reason-refused": "ClientConnectorError,ConnectionRefusedError",
    "reason-broken": "ServerDisconnectedError,ConnectionResetError,ClientOSError,ClientPayloadError",
    "reason-killed": "it was killed",
    "reason-silent": "it ended without a report",
    "reason-ended": "it was ended with the bot",
    "reason-locked": "database is locked",
    "reason-newer": "a newer version wrote it",
    "reason-held": "a reader holds on to what was deleted",
    "reason-late": "it took too long,TimeoutError,ConnectionTimeoutError,ServerTimeoutError,SocketTimeoutError",
    "reason-certificate": "ClientConnectorCertificateError,ClientConnectorSSLError,SSLError",
    "reason-proxy": "ClientHttpProxyError,ClientProxyConnectionError",
}
_REASONS = {os.strerror(code): name for name, codes in _ERRNO.items() for code in codes}
_REASONS |= {text: name for name, texts in _SAID.items() for text in texts.split(",")}


class Words:
    """Says things in one language: ``words("search-found", total=3)``.

    Parameters
    ----------
    language
        Which of the three catalogues.

    Notes
    -----
    Fluent's isolation marks are off: they are invisible characters, which rendering strips elsewhere as hostile.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        catalogue = files(__package__).joinpath(f"{language}.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(catalogue))

    def __call__(self, message_id: str, /, **arguments: Argument) -> str:
        """Return a message, with a common ``reason`` of the system's in the same language.

        Raises
        ------
        LookupError
            The catalogue has no such message, or it wants an argument that is not given.
        """
        pattern = self._bundle.get_message(message_id).value if self.has(message_id) else None
        if pattern is None:
            raise LookupError(f"{self.language} has no message {message_id}")
        before, mark, reason = str(arguments.get("reason", "")).rpartition(": ")
        if known := _REASONS.get(reason):
            arguments["reason"] = f"{before}{mark}{self(known)}"
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise LookupError(f"{self.language} {message_id}: {errors[0]}")
        return str(text)

    def has(self, message_id: str) -> bool:
        """Tell whether the catalogue holds a message."""
        return bool(self._bundle.has_message(message_id))


@lru_cache(maxsize=3)
def words_in(language: Language) -> Words:
    """Return the words of a language, read once."""
    return Words(language)
