"""Refuse an upload that is too large before a byte of it is stored, so that the person is told so."""

from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

ROOM_FOR_FIELDS = 1 << 20
MOST_TO_DRAIN = 1 << 30  # a browser shows the answer only when all it sends was read
CHUNK = 1 << 16


class RefuseTooLarge(FileUploadHandler):
    """Stand before the handlers that store; let through what is small enough."""

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, Any],
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        """Read a body that is too large to nowhere, then refuse it."""
        if content_length <= settings.FILE_MAX_BYTES + ROOM_FOR_FIELDS:
            return
        left = content_length if content_length <= MOST_TO_DRAIN else 0
        while left > 0 and (chunk := input_data.read(min(CHUNK, left))):
            left -= len(chunk)
        raise RequestDataTooBig(f"{content_length} bytes")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 413 to what is too large, 400 to the rest."""
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    return render(request, f"{status}.html", status=status)
