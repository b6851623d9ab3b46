"""Every difference of two versions of a program, key by key: where, from what to what, and for whom it is better.

A difference is *worse* as soon as one patient could lose by it, *better* when some gain and none lose, *neutral* when
no patient feels it. Anything worse obeys the notice of the old version (spec: program, Versions).
"""

from desk_app.domain.differences.comparison import Class, Difference, differences
from desk_app.domain.differences.published import beside_the_rules

__all__ = ["Class", "Difference", "beside_the_rules", "differences"]
