-- refused: NONLINEAR
-- nearly the highest income
SELECT SUM(POWER(inkomen, 20)) AS n FROM x.h
