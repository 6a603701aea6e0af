"""
Signature version 4, by which S3-compatible stores know who asks.

    request --canonical text--> hash --with day, region, service--> text --HMAC chain--> signature
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import quote

ALGORITHM: Final = "AWS4-HMAC-SHA256"
SERVICE: Final = "s3"


@dataclass(frozen=True)
class Credentials:
    """A store's account; never shown."""

    key_id: str
    secret: str
    region: str

    def __repr__(self) -> str:
        return f"Credentials({self.key_id}, {self.region})"


def signed_headers(
    credentials: Credentials,
    method: str,
    path: str,
    headers: Mapping[str, str],
    body: bytes,
    now: datetime,
) -> dict[str, str]:
    """Return the headers of a request, signed; `headers` must name the host, `now` is in UTC."""
    moment = now.strftime("%Y%m%dT%H%M%SZ")
    body_hash = hashlib.sha256(body).hexdigest()
    stamped = {name.lower(): value.strip() for name, value in headers.items()}
    stamped |= {"x-amz-content-sha256": body_hash, "x-amz-date": moment}
    names = ";".join(sorted(stamped))
    lines = "".join(f"{name}:{stamped[name]}\n" for name in sorted(stamped))
    canonical = f"{method}\n{quote(path)}\n\n{lines}\n{names}\n{body_hash}"
    scope = f"{moment[:8]}/{credentials.region}/{SERVICE}/aws4_request"
    canonical_hash = hashlib.sha256(canonical.encode()).hexdigest()
    text = f"{ALGORITHM}\n{moment}\n{scope}\n{canonical_hash}"
    signature = hmac.new(_key(credentials, moment[:8]), text.encode(), hashlib.sha256).hexdigest()
    stamped["authorization"] = (
        f"{ALGORITHM} Credential={credentials.key_id}/{scope},"
        f"SignedHeaders={names},Signature={signature}"
    )
    return stamped


def _key(credentials: Credentials, day: str) -> bytes:
    key = f"AWS4{credentials.secret}".encode()
    for part in (day, credentials.region, SERVICE, "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key
