"""What of the web's library the operations are written with; it comes with the extra `desk`, and is loaded with this room alone."""

from __future__ import annotations

from fastapi import APIRouter, Depends, FastAPI, Header, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from starlette.exceptions import HTTPException

__all__ = [
    "APIRouter",
    "Depends",
    "FastAPI",
    "HTTPException",
    "Header",
    "Path",
    "Query",
    "Request",
    "RequestValidationError",
    "Response",
    "StreamingResponse",
]
