-- refused: AGG
SELECT MODE(type) AS vaakst FROM x.h
