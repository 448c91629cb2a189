"""What all tests share."""

from __future__ import annotations

import signal

import pytest


@pytest.fixture(autouse=True, scope="session")
def hears_ctrl_c():
    """Let Ctrl-C reach the tests and the programs they start.

    A shell starts what it puts in the background with SIGINT ignored, and children inherit that: a test that interrupts
    a program would wait for ever.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
