"""Draws from a file of ids with the reference sampler; prints its name and the seconds it took.

Usage: reference_sampler.py IDS SEED NUMBER. First so many ids are drawn, then, as the sampler does unless told
otherwise, all of them are put in their order. The reference is Ronald L. Rivest's package consistent_sampler (PyPI).
Where it is not installed, the same method, written anew from its description, stands in; it does less around it.
"""
import hashlib
import heapq
import sys
import time


def stand_in(id_list, seed, take=None):
    """Ticket numbers are decimal fractions from SHA-256, kept as text; all tickets go into a heap."""

    def digest(text):
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    assert len(id_list) == len(set(id_list))
    heap = []
    for name in id_list:
        digits = "{:064d}".format(int(digest(digest(seed) + name), 16))
        heapq.heappush(heap, ("0." + digits[::-1], name, 1))
    for _ in range(len(heap) if take is None else take):
        number, name, generation = heapq.heappop(heap)
        yield number[:11], name, generation


def timed(draw, number):
    start = time.perf_counter()
    drawn = len(list(draw()))
    if drawn != number:
        sys.exit("drew " + str(drawn) + " instead of " + str(number))
    return time.perf_counter() - start


def main(path, seed, take):
    try:
        from consistent_sampler import sampler as draw
    except ImportError:
        draw = stand_in
    with open(path, encoding="utf-8") as lines:
        ids = lines.read().splitlines()
    some = timed(lambda: draw(ids, seed, take=take), take)
    all_of_them = timed(lambda: draw(ids, seed), len(ids))
    print("stand-in" if draw is stand_in else "consistent_sampler", some, all_of_them)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
