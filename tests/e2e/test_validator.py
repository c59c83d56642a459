"""The judges of the traffic find what is wrong, so that their silence means something."""

import pytest

from tests.e2e.traffic import Call
from tests.e2e.validator import description_problems, limit_problems


def call(method, path, json):
    return Call(method=method, path=path, json=json, files=0, status=200)


LAYOUT = {"flags": 1 << 15, "components": [{"type": 17, "components": [{"type": 10, "content": "words"}]}]}
GOOD = [
    call("POST", "/interactions/1/{token}/callback", {"type": 4, "data": LAYOUT}),
    call("POST", "/interactions/1/{token}/callback", {"type": 5}),
    call("POST", "/interactions/1/{token}/callback", {"type": 8, "data": {"choices": [{"name": "n", "value": "v"}]}}),
    call("PATCH", "/webhooks/1/{token}/messages/@original", {"components": LAYOUT["components"]}),
    call("POST", "/channels/1/messages", {"content": "x", "message_reference": {"message_id": 5}}),
    call("POST", "/users/@me/channels", {"recipient_id": 5}),
    call("PUT", "/applications/1/commands", [{"name": "a", "description": "b", "options": []}]),
]
BAD = [
    call("POST", "/interactions/1/{token}/callback", {"type": 8, "data": {"choices": [{"name": 3, "value": "v"}]}}),
    call("POST", "/channels/1/messages", {"content": "x", "components": [{"type": 99}]}),
    call("PUT", "/applications/1/commands", [{"name": "", "description": "b"}]),
]
PAST_LIMITS = [
    call("POST", "/interactions/1/{token}/callback", {"type": 7, "data": {"content": "x" * 2001}}),
    call("PATCH", "/webhooks/1/{token}/messages/5", {"components": [{"type": 10, "content": ""}]}),
    call("POST", "/channels/1/messages", {}),
    call("PUT", "/applications/1/commands", [{"name": "Upper", "description": "b"}]),
]


@pytest.mark.parametrize("request_made", GOOD)
def test_good_requests_pass_both(request_made, material):
    """What Discord takes, both judges take."""
    assert limit_problems(request_made) == []
    assert description_problems(request_made, material / "discord" / "openapi.json") == []


@pytest.mark.parametrize("request_made", BAD)
def test_the_description_finds_wrong_shapes(request_made, material):
    """What is not of Discord's shape is found by its description."""
    assert description_problems(request_made, material / "discord" / "openapi.json")


@pytest.mark.parametrize("request_made", PAST_LIMITS)
def test_our_validator_finds_what_is_past_a_limit(request_made):
    """What is past a limit is found by our own validator."""
    assert limit_problems(request_made)
