"""
Opens the store that a place names.

    DIRECTORY    s3+https://host/bucket[/prefix]    ipfs+http://127.0.0.1:5001
"""

import os
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from agents.store.content import Store, StoreError
from agents.store.directory import DirectoryStore
from agents.store.ipfs import IpfsStore
from agents.store.s3 import S3Store
from agents.store.signing import Credentials

KEY_ID: Final = "AWS_ACCESS_KEY_ID"  # variables of the environment, as other programs name them
SECRET: Final = "AWS_SECRET_ACCESS_KEY"
REGION: Final = "AWS_REGION"
REGION_DEFAULT: Final = "us-east-1"


class BadPlace(StoreError):
    """Text that names no store."""


def open_store(place: str) -> Store:
    """Open a store; raises BadPlace. An S3 account is read from the environment."""
    kind, plus, rest = place.partition("+")
    if not plus or "://" not in rest:
        if "://" in place:
            raise BadPlace(f"{place}: DIRECTORY, s3+URL or ipfs+URL is expected")
        return DirectoryStore(Path(place))
    url = urlsplit(rest)
    if url.scheme not in ("http", "https") or not url.hostname:
        raise BadPlace(f"{rest}: http://host or https://host is expected")
    if kind == "ipfs":
        return IpfsStore(url)
    if kind != "s3":
        raise BadPlace(f"{place}: s3+URL or ipfs+URL is expected, {kind}+ found")
    return S3Store(url, _credentials())


def _credentials() -> Credentials:
    key_id, secret = os.environ.get(KEY_ID, ""), os.environ.get(SECRET, "")
    if not key_id or not secret:
        raise BadPlace(f"an S3 store needs {KEY_ID} and {SECRET} in the environment")
    return Credentials(key_id, secret, os.environ.get(REGION, REGION_DEFAULT))
