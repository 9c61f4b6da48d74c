"""A line chart as SVG: lines over a logarithmic axis, one scale, labels at the lines' ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 360, 64, 150, 48, 52
COLOURS = ("#1f5a93", "#b3541e", "#3d7a3d")


def line_chart(title: str, across: str, up: str, lines: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """The chart.

    Args:
        title: what it shows.
        across: what is counted from left to right, on a logarithmic scale.
        up: what is measured, from zero.
        lines: the points of each line, by its label.
    """
    xs = sorted({x for points in lines.values() for x, _ in points})
    top = max(y for points in lines.values() for _, y in points) * 1.15
    low, high = log10(xs[0]), log10(xs[-1]) if len(xs) > 1 else log10(xs[0]) + 1

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + (log10(x) - low) / (high - low) * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - y / top * (HEIGHT - TOP - BOTTOM),
        )

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"',
        '     font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-size="15">{escape(title)}</text>',
        f'<text x="{LEFT}" y="{HEIGHT - 10}" fill="#555">{escape(across)}</text>',
        f'<text x="{LEFT}" y="{TOP - 8}" fill="#555">{escape(up)}</text>',
    ]
    for x in xs:
        place, _ = at(x, 0)
        out.append(f'<text x="{place:.0f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,.0f}</text>')
    for step in range(5):
        value = top / 1.15 * step / 4
        _, place = at(xs[0], value)
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{place:.1f}" y2="{place:.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{place + 4:.1f}" text-anchor="end">{value:.1f}</text>')
    for colour, (label, points) in zip(COLOURS, lines.items(), strict=False):
        places = [at(x, y) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        out.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(label)}</text>')
    return "\n".join([*out, "</svg>", ""])
