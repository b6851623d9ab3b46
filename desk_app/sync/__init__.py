"""How a desk and the centre come to hold the same acts: what is asked, in which order, and what is done when it fails.

Nothing here touches a socket or waits. The engine is a generator: it yields what it wants of the world (`calls`) and
is given the answer, by the worker of the window, by the command line, or by a seeded scheduler that loses, repeats and
delays. The same lines run in all of them.
"""
