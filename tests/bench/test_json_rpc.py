"""The clients that load a chain: batches are told apart by number, refusals are errors."""

import json

import pytest

from bench.json_rpc import Refused, batch, request, results_of


def test_results_stand_in_the_order_of_the_requests() -> None:
    """A server may answer a batch in any order."""
    body = json.loads(batch([request("a", [], 0), request("b", [1], 1)]))
    assert [("a", 0), ("b", 1)] == [(item["method"], item["id"]) for item in body]
    answer = [{"id": 1, "result": "second"}, {"id": 0, "result": None}]
    assert [None, "second"] == results_of(json.dumps(answer).encode())


@pytest.mark.parametrize(
    "answer", [{"error": {"code": -32600}}, [{"id": 0, "result": 1}, {"id": 1, "error": {}}]]
)
def test_a_refusal_is_never_a_result(answer: object) -> None:
    """One refused request of a batch, or the batch refused whole, ends the measurement."""
    with pytest.raises(Refused):
        results_of(json.dumps(answer).encode())
