"""
Who is of the admin side: a token signed with a shared secret (as geth's engine API), or a key.

    Authorization: Bearer <JWT, HS256, iat within 60 s>     X-Api-Key: <key>

No credential is no fault; a wrong one is, and the request is refused whole (HTTP 401).
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import jwt
from jwt.types import Options

from chain.errors import Malformed
from rpc.errors import RpcError

ALGORITHM: Final = "HS256"
ISSUED_WITHIN_S: Final = 60  # seconds between a token's birth and our clock, either way
TIME_S_MAX: Final = 2**53  # later moments are no exact numbers in JSON
# We judge times ourselves, by the clock we are handed; other claims mean nothing here.
OPTIONS: Final[Options] = {
    "require": ["iat"],
    "verify_iat": False,
    "verify_exp": False,
    "verify_nbf": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}
TOKEN_CHARACTERS_MAX: Final = 4_096
SECRET_BYTES: Final = 32
KEY_CHARACTERS_MIN: Final = 16
BEARER: Final = "bearer "


class Unauthorized(RpcError):
    """A credential that is not good; the message says in which way."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What good credentials are made of; with neither there are none."""

    jwt_secret: bytes = b""
    key_digests: frozenset[bytes] = frozenset()  # SHA-256: comparing them tells nothing of a key

    @property
    def exist(self) -> bool:
        """Whether anybody can have one."""
        return bool(self.jwt_secret or self.key_digests)

    def admit(self, headers: Mapping[str, str], now_s: Callable[[], float] = time.time) -> bool:
        """Return whether the request shows a good credential; raises Unauthorized for a bad one."""
        if not self.exist:
            return False
        key, bearer = headers.get("X-Api-Key"), headers.get("Authorization")
        if key is not None:
            self._check_key(key)
        elif bearer is not None:
            self._check_bearer(bearer, now_s())
        return key is not None or bearer is not None

    def _check_key(self, key: str) -> None:
        if digest_of(key) not in self.key_digests:
            raise Unauthorized("unknown API key")

    def _check_bearer(self, header: str, now_s: float) -> None:
        token = header[len(BEARER) :].strip()
        if not header.lower().startswith(BEARER) or len(token) > TOKEN_CHARACTERS_MAX:
            raise Unauthorized("missing token")
        if digest_of(token) in self.key_digests:
            return
        if not self.jwt_secret:
            raise Unauthorized("unknown API key")
        self._check_token(token, now_s)

    def _check_token(self, token: str, now_s: float) -> None:
        """The words are geth's."""
        try:
            claims = jwt.decode(token, self.jwt_secret, algorithms=[ALGORITHM], options=OPTIONS)
        except jwt.MissingRequiredClaimError as cause:
            raise Unauthorized("missing issued-at") from cause
        except (jwt.PyJWTError, ValueError, RecursionError) as cause:
            raise Unauthorized("invalid token") from cause
        issued_s, expires_s = claims["iat"], claims.get("exp")
        if not _is_time(issued_s) or not (expires_s is None or _is_time(expires_s)):
            raise Unauthorized("invalid token")
        if expires_s is not None and now_s > expires_s:
            raise Unauthorized("token is expired")
        if now_s - issued_s > ISSUED_WITHIN_S:
            raise Unauthorized("stale token")
        if issued_s - now_s > ISSUED_WITHIN_S:
            raise Unauthorized("future token")


def _is_time(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 <= value < TIME_S_MAX  # type: ignore[operator]  # NaN is not, either


def digest_of(key: str) -> bytes:
    """Return by what a key is known."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def parse_secret(text: str) -> bytes:
    """Read a shared secret as geth writes it: 32 bytes in hex; raises Malformed."""
    digits = text.strip().removeprefix("0x")
    try:
        secret = bytes.fromhex(digits)
    except ValueError as cause:
        raise Malformed("a secret of 64 hex digits expected, found something else") from cause
    if len(secret) != SECRET_BYTES:
        raise Malformed(f"a secret of {SECRET_BYTES} bytes in hex expected, found {len(secret)}")
    return secret


def parse_keys(text: str) -> frozenset[bytes]:
    """Read keys, one a line; empty lines and lines that begin with # are none; raises Malformed."""
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        key = line.strip()
        if not key or key.startswith("#"):
            continue
        if len(key) < KEY_CHARACTERS_MIN:
            raise Malformed(
                f"line {number}: a key of at least {KEY_CHARACTERS_MIN} characters expected, "
                f"found {len(key)}"
            )
        found.add(digest_of(key))
    if not found:
        raise Malformed("at least one key expected, found none")
    return frozenset(found)
