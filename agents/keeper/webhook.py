"""
Alerts on their way out: JSON, signed where there is a key, tried a few times and then again later.

    POST url, Kumiai-Signature: sha256=HMAC(key, body)     2xx: told      else: tried next turn
"""

import asyncio
import hashlib
import hmac
import logging
from typing import Any, Final

import aiohttp
import orjson

from agents.keeper.settings import Webhook

LOG: Final = logging.getLogger(__name__)
ATTEMPTS_MAX: Final = 3
PAUSE_S: Final = 0.5  # before the second attempt; it doubles
TIMEOUT_S: Final = 5.0
SIGNATURE_HEADER: Final = "Kumiai-Signature"


class Messenger:
    """Tells a webhook; one at a time."""

    def __init__(self, webhook: Webhook) -> None:
        self._webhook = webhook
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_S))
        self.told = self.failed = 0

    async def tell(self, document: dict[str, Any]) -> bool:
        """Return whether it was heard, after the allowed number of attempts."""
        if not self._webhook.url:
            return True  # on screen only
        body, pause_s = orjson.dumps(document), PAUSE_S
        for left in range(ATTEMPTS_MAX - 1, -1, -1):
            if await self._attempt(body):
                self.told += 1
                return True
            if left:
                await asyncio.sleep(pause_s)
                pause_s *= 2
        self.failed += 1
        LOG.warning("%s did not hear of %s", self._webhook.url, document.get("kind"))
        return False

    async def _attempt(self, body: bytes) -> bool:
        headers = {"Content-Type": "application/json"}
        if self._webhook.key:
            digest = hmac.new(self._webhook.key, body, hashlib.sha256).hexdigest()
            headers[SIGNATURE_HEADER] = f"sha256={digest}"
        try:
            async with self._session.post(
                self._webhook.url, data=body, headers=headers, allow_redirects=False
            ) as answer:
                return 200 <= answer.status < 300
        except (TimeoutError, aiohttp.ClientError, OSError):
            return False

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()
