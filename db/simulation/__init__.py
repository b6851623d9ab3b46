"""A network of desks in one process, on real files and a real PostgreSQL, where everything fails that can fail.

One seed decides everything: who sells what, which call is lost, doubled or late, who is restored from a backup, copied
to another computer or killed, and when the centre itself goes back to yesterday. Between two calls over the network
anything may happen elsewhere. When all is healed, nothing may be lost, nothing doubled, and all must agree.
"""
