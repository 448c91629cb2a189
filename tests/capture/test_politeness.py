"""A host's limits are found out and kept, whatever their kind; time is counted, not waited for."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from factcheck.capture.failures import FetchError
from factcheck.capture.politeness import Gate
from factcheck.config import Settings


class CountedTime(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next thing to be done."""

    now = 0.0

    def time(self):
        return self.now

    def _run_once(self):
        if not self._ready and self._scheduled:
            self.now = max(self.now, self._scheduled[0]._when)
        super()._run_once()


@dataclass
class Host:
    """Lets in five requests a second, by the rule named; `says` is what it tells those that it refuses."""

    rule: str
    says: str = "seconds"
    status: int = 429
    rate: int = 5
    closed_until: float = 0.0
    tokens: float = 5.0
    filled_at: float = 0.0
    let_in: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    early: list[float] = field(default_factory=list)

    def lets_in(self, now):
        if self.rule == "bucket":
            self.tokens = min(self.rate, self.tokens + (now - self.filled_at) * self.rate)
            self.filled_at = now
            return self.tokens >= 1
        window = [at for at in self.let_in if (now - at < 1 if self.rule == "sliding" else int(at) == int(now))]
        return len(window) < self.rate

    def answer(self, now, sent_at):
        self.asked.append(now)
        if sent_at < self.closed_until - 1e-6 and now > sent_at + 1e-6:
            self.early.append(now)
        if self.lets_in(now):
            self.tokens -= 1
            self.let_in.append(now)
            return 200, None
        wait = {"seconds": 1.0, "date": int(now) + 2 - now, "nothing": None}[self.says]
        return self.status, wait


async def ask(gate, host, way, told):
    async with gate.turn():
        sent_at = asyncio.get_running_loop().time()
        assert sent_at >= told[0] - 1e-6, "sent before the host's Retry-After was over"
        await asyncio.sleep(way())
        status, wait = host.answer(asyncio.get_running_loop().time(), sent_at)
        await asyncio.sleep(way())
    if wait:
        told[0] = max(told[0], asyncio.get_running_loop().time() + wait)
    if status == 429 or wait:
        gate.slow_down(wait)
    elif status == 503:
        gate.ease()
    else:
        gate.speed_up()
    return status


async def crawl(host, delay_s, way, pages):
    """As a run does it: robots.txt, then two at a time, three tries each; gives how many pages came."""
    gate, told, left, came = Gate(Settings(delay_s=delay_s)), [0.0], list(range(pages)), []

    async def work():
        while left:
            page = left.pop()
            for attempt in range(3):
                status = await ask(gate, host, way, told)
                if status == 200:
                    came.append(page)
                    break
                if status == 503:
                    await asyncio.sleep(0.5 * 2**attempt)

    await ask(gate, host, way, told)
    await asyncio.gather(work(), work())
    return len(came)


def counted(work):
    with asyncio.Runner(loop_factory=CountedTime) as runner:
        return runner.run(work), runner.get_loop().now


@pytest.mark.parametrize("delay_s", [0.0, 0.2])
@pytest.mark.parametrize(("least_s", "most_s"), [(0.001, 0.001), (0.02, 0.04)], ids=["near", "far"])
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("says", ["seconds", "date", "nothing"])
@pytest.mark.parametrize("rule", ["bucket", "sliding", "fixed"])
def test_sixty_pages_of_a_host_that_lets_in_five_a_second(rule, says, status, least_s, most_s, delay_s):
    draw = random.Random(7)
    host = Host(rule, says, status)
    came, seconds = counted(crawl(host, delay_s, lambda: draw.uniform(least_s, most_s), 60))
    assert came == 60
    assert len(host.asked) <= 66
    assert seconds <= 1.35 * 60 / 5


def test_a_slow_host_is_found_out_in_a_few_refusals():
    host = Host("bucket", rate=1, tokens=3.0)
    came, _ = counted(crawl(host, 0.2, lambda: 0.01, 40))
    assert came == 40
    assert len(host.asked) <= 40 + 8


def test_a_broken_page_does_not_make_the_others_slow():
    async def work():
        gate = Gate(Settings(delay_s=0.2))
        for number in range(100):
            async with gate.turn():
                pass
            if number % 5 == 4:
                gate.ease()
            else:
                gate.speed_up()

    _, seconds = counted(work())
    assert seconds <= 100 * 1.0


def test_requests_are_apart_by_the_delay_even_when_one_comes_late():
    times = []

    async def work():
        gate = Gate(Settings(delay_s=1.0))
        for number in range(6):
            async with gate.turn():
                times.append(asyncio.get_running_loop().time())
            await asyncio.sleep(1.03 if number == 2 else 0.0)

    counted(work())
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.95


def test_a_host_that_wants_more_time_than_anybody_has_turns_all_away():
    async def work():
        gate = Gate(Settings(max_retry_wait_s=120.0))
        gate.slow_down(3600.0)
        with pytest.raises(FetchError, match="3600 s"):
            async with gate.turn():
                pass

    assert counted(work())[1] < 1


def test_a_crawl_delay_is_kept():
    times = []

    async def work():
        gate = Gate(Settings(delay_s=0.0))
        gate.keep_apart(5.0)
        for _ in range(3):
            async with gate.turn():
                times.append(asyncio.get_running_loop().time())

    counted(work())
    assert times == [0.0, 5.0, 10.0]
