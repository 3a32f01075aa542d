-- refused: NONLINEAR
SELECT SUM(MOD(inkomen, 10)) AS n FROM x.h
