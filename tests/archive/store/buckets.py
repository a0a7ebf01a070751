"""An S3 emulation on the loopback address, and buckets in it."""

from __future__ import annotations

import http.client
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from converter.archive.bucket_files import Bucket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CREDENTIAL = "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x"


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """Serve while the block runs; return host and port. There are no buckets yet."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        # What it serves is the process's, whatever server it came by: another test's buckets would be there.
        _request(server.get_host_and_port(), "POST", "/moto-api/reset")
        yield server.get_host_and_port()
    finally:
        server.stop()


def new_bucket(address: tuple[str, int], name: str) -> None:
    """Make a bucket."""
    _request(address, "PUT", f"/{name}", Authorization=_CREDENTIAL)


def _request(address: tuple[str, int], method: str, path: str, **headers: str) -> None:
    connection = http.client.HTTPConnection(*address)
    connection.request(method, path, headers={"Content-Length": "0", **headers})
    assert connection.getresponse().status == 200
    connection.close()


def bucket_at(address: tuple[str, int], name: str, prefix: str) -> Bucket:
    """Return the keys below a prefix of a bucket."""
    from obstore.store import S3Store

    store = S3Store(
        name,
        prefix=prefix,
        endpoint=f"http://{address[0]}:{address[1]}",
        access_key_id="x",
        secret_access_key="y",
        region="us-east-1",
        client_options={"allow_http": True},
    )
    return Bucket(store, f"s3://{name}/{prefix}")


class Killed(BaseException):
    """The process is gone: nothing handles it."""


class Counting(Bucket):
    """Counts the requests that change something, and dies before the n-th, or calls something in between."""

    def __init__(self, bucket: Bucket, die_at: int | None = None, before: Callable[[int], None] | None = None) -> None:
        super().__init__(bucket._store, bucket._place)
        self.calls: list[str] = []
        self._die_at, self._before = die_at, before

    def _count(self, name: str, path: str) -> None:
        self.calls.append(f"{name} {path}")
        if len(self.calls) == self._die_at:
            raise Killed(self.calls[-1])
        if self._before is not None:
            self._before(len(self.calls))

    def put(self, path: str, content: bytes) -> None:
        """Count, then put."""
        self._count("put", path)
        super().put(path, content)

    def create(self, path: str, content: bytes) -> bool:
        """Count, then create."""
        self._count("create", path)
        return super().create(path, content)

    def swap(self, path: str, content: bytes, tag: str) -> bool:
        """Count, then swap."""
        self._count("swap", path)
        return super().swap(path, content, tag)

    def delete(self, path: str) -> None:
        """Count, then delete."""
        self._count("delete", path)
        super().delete(path)
