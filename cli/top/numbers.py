"""
The few numbers that only a node's metrics tell.

    GET /metrics --Prometheus' text--> Numbers; None where nothing answers, or something else does
"""

import http.client
from typing import Final
from urllib.parse import urlsplit

from prometheus_client.parser import text_string_to_metric_families

from cli.errors import UsageWrong
from cli.top.snapshot import Numbers

PAGE_BYTES_MAX: Final = 4_194_304  # 4 MiB; a node with fifty peers has 30 kB
TIMEOUT_S: Final = 3.0


def check_url(url: str) -> str:
    """Return the URL; raises UsageWrong where it is none of HTTP."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageWrong(
            f"--metrics: a URL like http://127.0.0.1:26660/metrics expected, found {url!r}"
        )
    return url


def read_numbers(url: str) -> Numbers | None:
    """Return what the page says; a page that is missing or is no such page tells nothing."""
    try:
        text = _get(url)
        return None if text is None else parse(text)
    except (OSError, http.client.HTTPException, ValueError):
        return None


def parse(text: str) -> Numbers:
    """Return the numbers of Prometheus' text; raises ValueError where it is none."""
    sums: dict[str, int] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            sums[sample.name] = sums.get(sample.name, 0) + int(sample.value)
    return Numbers(
        round=sums.get("cometbft_consensus_rounds"),
        received_bytes=sums.get("cometbft_p2p_peer_receive_bytes_total"),
        sent_bytes=sums.get("cometbft_p2p_peer_send_bytes_total"),
        lag_blocks=sums.get("cometbft_replica_lag_blocks"),
    )


def _get(url: str) -> str | None:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT_S)
    try:
        connection.request("GET", parts.path or "/metrics")
        answer = connection.getresponse()
        raw = answer.read(PAGE_BYTES_MAX + 1)
    finally:
        connection.close()
    if answer.status != http.client.OK or len(raw) > PAGE_BYTES_MAX:
        return None
    return raw.decode("utf-8", "replace")
