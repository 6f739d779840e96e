"""What we hold ourselves to, measured: medians on one core, each beside its target.

``measure`` is the stopwatch, ``worlds`` times the simulation, ``peers`` those who do the same work.
"""
