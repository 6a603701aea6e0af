"""A shop on the loopback interface that sells one answer over x402, and settles on a chain."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.e2e.stage import layout

ANSWER = b"forty-two"
PAYMENT_REQUIRED, PAYMENT_SIGNATURE, PAYMENT_RESPONSE = (
    "PAYMENT-REQUIRED",
    "PAYMENT-SIGNATURE",
    "PAYMENT-RESPONSE",
)


def requirements(x402: Any, chain_id: int, payee: str, price_wei: int, **changes: Any) -> Any:
    """Return what the shop asks for: the chain as CAIP-2 names it, the token and its domain."""
    fields = {
        "scheme": "exact",
        "network": f"eip155:{chain_id}",
        "asset": layout("token")["address"],
        "amount": str(price_wei),
        "pay_to": payee,
        "max_timeout_seconds": 60,
        "extra": {"name": "Kumiai", "version": "1"},
    }
    return x402.PaymentRequirements(**(fields | changes))


class Seller:
    """Answers 402 to who brings no payment, and the answer to who does, once it is settled."""

    def __init__(self, x402: Any, http: Any, facilitator: Any, wanted: Any) -> None:
        shop = self
        self._x402, self._http, self._facilitator = x402, http, facilitator
        self.wanted, self.settled, self.refused = wanted, [], []

        class Counter(BaseHTTPRequestHandler):
            """One request."""

            def do_GET(self) -> None:
                """Ask for payment, or settle it and answer."""
                header = self.headers.get(PAYMENT_SIGNATURE)
                status, headers, body = shop.serve(header)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Be silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/answer"

    def __enter__(self) -> "Seller":
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def serve(self, header: str | None) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body."""
        if header is None:
            return self._ask("payment required")
        payment = self._http.decode_payment_signature_header(header)
        verdict = self._facilitator.verify(payment, self.wanted)
        if not verdict.is_valid:
            self.refused.append(verdict.invalid_reason)
            return self._ask(verdict.invalid_reason)
        settled = self._facilitator.settle(payment, self.wanted)
        if not settled.success:
            self.refused.append(settled.error_reason)
            return self._ask(settled.error_reason)
        self.settled.append(settled)
        receipt = self._http.encode_payment_response_header(settled)
        return 200, {PAYMENT_RESPONSE: receipt}, ANSWER

    def _ask(self, reason: str) -> tuple[int, dict[str, str], bytes]:
        asked = self._x402.PaymentRequired(accepts=[self.wanted], error=reason)
        header = self._http.encode_payment_required_header(asked)
        return 402, {PAYMENT_REQUIRED: header}, b"{}"
