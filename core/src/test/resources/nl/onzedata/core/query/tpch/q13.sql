-- uses: tpch.customer.c_custkey group, tpch.customer.c_custkey link, tpch.orders.o_comment filter, tpch.orders.o_custkey link, tpch.orders.o_orderkey group, tpch.orders.o_orderkey measure, tpch.orders.o_orderkey show
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey
SELECT c_count, COUNT(*) AS custdist
FROM (
  SELECT c_custkey, COUNT(o_orderkey) AS c_count
  FROM tpch.customer LEFT OUTER JOIN tpch.orders ON c_custkey = o_custkey AND o_comment NOT LIKE '%special%requests%'
  GROUP BY c_custkey) AS c_orders
GROUP BY c_count
ORDER BY custdist DESC, c_count DESC
