-- refused: OPEN-TAINT
-- which homes have anyone
SELECT naam FROM x.o AS o WHERE o.buurt IN (SELECT w.buurt FROM x.w AS w)
