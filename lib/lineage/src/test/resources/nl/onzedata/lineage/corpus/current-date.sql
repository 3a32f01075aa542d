-- refused: UNSUPPORTED
SELECT count(*) AS n FROM x.v WHERE dag > current_date
