-- refused: NONLINEAR
SELECT SUM(inkomen * inkomen) AS n FROM x.h
