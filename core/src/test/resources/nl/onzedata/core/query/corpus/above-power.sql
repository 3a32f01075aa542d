-- refused: UNSUPPORTED
-- what is computed from figures is a list too
SELECT POWER(COUNT(*), 2) AS n FROM x.h
